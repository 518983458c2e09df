"""One file per page; a view asks ``duties`` for rows and hands changes to its actions."""
