"""The one settings file; every value comes from the environment, and nonsense stops the start."""

from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

from sloyfe.site.environment import BadSetting, data_folder, env_bool, env_int, env_text, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = data_folder("SLOYFE_DATA", BASE_DIR / "var")
KEY_DIR = data_folder("SLOYFE_KEYS", DATA_DIR / "keys")
FILE_DIR = data_folder("SLOYFE_FILES", DATA_DIR / "files")
SECRET_KEY = secret_key("SLOYFE_SECRET_KEY", DATA_DIR)
DEBUG = env_bool("SLOYFE_DEBUG", default=False)
DEMO = env_bool("SLOYFE_DEMO", default=False)
PORT = env_int("PORT", 8000, low=1, high=65535)
PUBLIC_URL = env_text("SLOYFE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
ALLOWED_HOSTS = env_text("SLOYFE_HOSTS", f"{urlsplit(PUBLIC_URL).hostname},127.0.0.1,localhost,testserver").split(",")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL.startswith("https://") else []

INSTALLED_APPS = [
    "sloyfe.site.apps.SiteConfig",
    "sloyfe.people.apps.PeopleConfig",
    "sloyfe.access.apps.AccessConfig",
    "sloyfe.organisations.apps.OrganisationsConfig",
    "sloyfe.surveys.apps.SurveysConfig",
    "sloyfe.cycle.partnership.apps.PartnershipConfig",
    "sloyfe.cycle.needs.apps.NeedsConfig",
    "sloyfe.cycle.plan.apps.PlanConfig",
    "sloyfe.cycle.networks.apps.NetworksConfig",
    "sloyfe.cycle.competence.apps.CompetenceConfig",
    "sloyfe.cycle.meetings.apps.MeetingsConfig",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
MIDDLEWARE = [
    "sloyfe.site.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sloyfe.site.middleware.request_log",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "sloyfe.site.middleware.language",
    "sloyfe.site.middleware.refusals",
]
ROOT_URLCONF = "sloyfe.site.urls"
WSGI_APPLICATION = "sloyfe.site.wsgi.application"
FORM_RENDERER = "sloyfe.site.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sloyfe.site.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "sloyfe.site.templatetags.reading",
                "sloyfe.site.templatetags.origins",
            ],
        },
    }
]


def _database() -> dict[str, object]:
    url = env_text("DATABASE_URL")
    if url and not url.startswith(("postgres://", "postgresql://", "sqlite://")):
        raise BadSetting("DATABASE_URL", "must begin with postgres:// or sqlite://.")
    if url.startswith("postgres"):
        return {**dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)}
    path = url.removeprefix("sqlite:///") if url else str(DATA_DIR / "sloyfe.sqlite3")
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }


DATABASES = {"default": _database()}
# Drawn pages of packages, ready for the next reader; each process has its own, and none holds anything personal.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk")]
LOCALE_PATHS = [BASE_DIR / "sloyfe" / floor / "locale" for floor in ("kit", "live", "documents")]  # not apps
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

STATIC_URL = "/static/"
STATIC_ROOT = data_folder("SLOYFE_STATIC", DATA_DIR / "static")
if KEY_DIR.is_relative_to(FILE_DIR) or KEY_DIR.is_relative_to(STATIC_ROOT):
    raise BadSetting("SLOYFE_KEYS", "must not lie in the folder of files or of static files: keys are never copied.")
COLLECTED = env_bool("SLOYFE_COLLECTED", default=False)  # run.py sets it when it has collected the static files
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILE_DIR}},
    "staticfiles": {
        "BACKEND": "sloyfe.site.static_files.Storage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not COLLECTED
WHITENOISE_AUTOREFRESH = DEBUG

SECURE = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000

EMAIL_URL = env_text("SLOYFE_SMTP_HOST")
EMAIL_HOST = EMAIL_URL or "localhost"
EMAIL_PORT = env_int("SLOYFE_SMTP_PORT", 587, low=1, high=65535)
EMAIL_HOST_USER = env_text("SLOYFE_SMTP_USER")
EMAIL_HOST_PASSWORD = env_text("SLOYFE_SMTP_PASSWORD")
EMAIL_USE_TLS = env_bool("SLOYFE_SMTP_TLS", default=True)
DEFAULT_FROM_EMAIL = env_text("SLOYFE_SENDER", "Sløyfe <ikke-svar@localhost>")
LOGGING_CONFIG = None
