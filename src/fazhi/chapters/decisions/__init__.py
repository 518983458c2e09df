"""Chapter six, lawful decisions: normative documents and major decisions (measures 13–16, 8.1, 14.1)."""
