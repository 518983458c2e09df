"""Who is at the door: log-ins, second factors, open sessions, lock-outs, and the record of them all."""
