"""Law as data: national, city and district packs, layered (DESIGN §3)."""
