"""The city's unified identity as the log-in library wants to hear of it."""

from urllib.parse import urlsplit

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


def origins(config: Config) -> list[str]:
    """Where a log-in form may lead besides this site: browsers hold the whole way of a form to the policy.

    >>> origins(Config()), origins(Config.model_construct(oidc_issuer="https://id.example.org/realms/city"))
    ([], ['https://id.example.org'])
    """
    url = urlsplit(config.oidc_issuer)
    return [f"{url.scheme}://{url.netloc}"] if url.netloc else []
