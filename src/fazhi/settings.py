"""Django's settings, derived from the one configuration."""

from pathlib import Path

from csp.constants import NONE, SELF

from fazhi import config, log
from fazhi.identity.provider import origins, providers

CONFIG = config.read()
HOME = CONFIG.home.resolve()
PACKAGE = Path(__file__).parent

SECRET_KEY, *SECRET_KEY_FALLBACKS = config.secret_keys(CONFIG)
DEBUG = CONFIG.debug
ALLOWED_HOSTS = [*CONFIG.hosts, *config.LOOPBACK]
"""What watches this machine asks it by its own address."""
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIG.secure
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.secure else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if CONFIG.secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = CONFIG.secure
COOKIE_PREFIX = "__Host-" if CONFIG.secure else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid", f"{COOKIE_PREFIX}csrftoken"
"""Browsers take such a cookie from this host alone, over HTTPS alone, and from no neighbour of it."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "ninja",
    "fazhi.statutes",
    "fazhi.office",
    "fazhi.search",
    "fazhi.cases",
    "fazhi.notices",
    "fazhi.documents",
    "fazhi.identity",
    "fazhi.registers",
    "fazhi.portal",
    "fazhi.duties",
    "fazhi.library",
    "fazhi.indicators",
    "fazhi.chapters.decisions.consultation",
    "fazhi.chapters.decisions.counsel",
    "fazhi.chapters.decisions.hearing",
    "fazhi.chapters.decisions.legality",
    "fazhi.chapters.decisions.validity",
    "fazhi.chapters.decisions.archive",
    "fazhi.api",
    "fazhi.web",
    "allauth",  # after fazhi.web, whose templates come in place of its own
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.idp.oidc",
    "axes",
]
MIDDLEWARE = [
    "fazhi.log.RequestLogMiddleware",
    "fazhi.web.shield.ShieldMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "fazhi.web.traditional.TraditionalMiddleware",
    "fazhi.web.language.LanguageMiddleware",
    "fazhi.web.english.EnglishMiddleware",
    "fazhi.web.kiosk.KioskMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fazhi.identity.age.AgeMiddleware",
    "fazhi.web.citizen.CitizenMiddleware",
    "fazhi.office.guard.ActorMiddleware",
    "fazhi.web.quota.QuotaMiddleware",
    "fazhi.identity.first_password.FirstPasswordMiddleware",
    "fazhi.identity.second_factor.SecondFactorMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fazhi.web.faults.FaultMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "fazhi.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("fazhi.web.loading.TongueLoader", ["fazhi.web.loading.SentenceLoader"])],
            "builtins": ["django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "fazhi.web.context.frame",
            ],
        },
    }
]
LOGIN_URL = "web:login"
LOGIN_REDIRECT_URL = "web:dashboard"
LOGOUT_REDIRECT_URL = "web:login"
CSRF_FAILURE_VIEW = "fazhi.web.views.errors.forged"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATABASES = {"default": config.database(CONFIG)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
SESSION_COOKIE_AGE = CONFIG.session_minutes * 60
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if CONFIG.secure else 0
ACCOUNT_ADAPTER = "fazhi.identity.adapter.account.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
MFA_ADAPTER = "fazhi.identity.adapter.factor.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "fazhi.web.forms.factor.SecondStepForm",
    "reauthenticate": "fazhi.web.forms.factor.ConfirmForm",
    "activate_totp": "fazhi.web.forms.factor.TotpForm",
    "add_webauthn": "fazhi.web.forms.factor.PasskeyForm",
    "edit_webauthn": "fazhi.web.forms.factor.PasskeyNameForm",
    "login_webauthn": "fazhi.web.forms.factor.PasskeyLoginForm",
    "authenticate_webauthn": "fazhi.web.forms.factor.PasskeyStepForm",
    "reauthenticate_webauthn": "fazhi.web.forms.factor.PasskeyConfirmForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "法治"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # officials have no mail address here
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_DIGITS = 34  # 112 bits (ASVS 2.6.2)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not CONFIG.secure
SOCIALACCOUNT_ADAPTER = "fazhi.identity.adapter.city.CityAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "SCOPE": ["openid", "profile"], "APPS": providers(CONFIG)}
}
IDP_OIDC_ADAPTER = "fazhi.identity.adapter.provider.ProviderAdapter"
IDP_OIDC_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]
IDP_OIDC_ACCESS_TOKEN_EXPIRES_IN = 10 * 60
IDP_OIDC_RATE_LIMITS = {"authorize": "60/m/ip", "token": "300/m/ip"}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": HOME / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},  # of fewer, a flood would soon throw out which codes were used
    }
}
"""Shared by the workers of a machine: a code used with one is used with all."""

AXES_FAILURE_LIMIT = CONFIG.lockout_failures
AXES_COOLOFF_TIME = CONFIG.lockout
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "fazhi.web.views.lockout.locked"
AXES_CLIENT_IP_CALLABLE = "fazhi.identity.client.address_of"
AXES_USERNAME_CALLABLE = "fazhi.identity.lockout.name_of"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken", "next", "code", "credential"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *origins(CONFIG)],  # the log-in form leads on to the unified identity
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

PASSWORD_HASHERS = [
    "fazhi.identity.hasher.PepperedHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # what was kept before; taken over at the next log-in
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "fazhi.identity.password.LengthValidator"},
    *(
        {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
        for name in ("UserAttributeSimilarity", "CommonPassword")
    ),
]

globals().update(config.mail(CONFIG))
LOGGING = log.logging_of(quiet=CONFIG.demo)

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体"), ("zh-hant", "繁體"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
