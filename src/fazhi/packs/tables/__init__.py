"""The decision tables of a pack: ``tables/*.yaml``, one table a file; XLSX and DMN come and go."""
