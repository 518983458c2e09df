"""The city's unified identity as the log-in library wants to hear of it."""

from fazhi.config import Config

CITY = "city"
"""The name of the unified identity in addresses."""


def providers(config: Config) -> list[dict[str, object]]:
    """The one provider of an installation that has a unified identity, else none.

    >>> providers(Config())
    []
    """
    if not config.oidc_issuer:
        return []
    return [
        {
            "provider_id": CITY,
            "name": "统一身份认证",
            "client_id": config.oidc_client,
            "secret": config.oidc_secret,
            "settings": {"server_url": config.oidc_issuer, "uid_field": "sub"},
        }
    ]
