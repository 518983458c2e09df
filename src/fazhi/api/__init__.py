"""The programming interface 接口: the platform for other systems, ``/api/v1``, described as OpenAPI 3.1.

It reads what the access policy shows a person and writes through the actions of the apps, never otherwise.
Each operation names the scope of a token that opens it, or says why it is open to everybody.
"""
