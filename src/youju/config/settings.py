"""Django's settings, all from the environment; every default suits one office with one computer."""

import os
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.csp import CSP
from django.utils.functional import lazy

from youju.base import vault
from youju.records import engine

PACKAGE = Path(__file__).resolve().parent.parent

# ---- where things lie --------------------------------------------------------------------------
YOUJU_HOME = Path(os.environ.get("YOUJU_HOME") or "var").absolute()
# Beside the data folder, never in it: deleting, copying or backing up the data must not carry the keys.
YOUJU_KEYS = Path(os.environ.get("YOUJU_KEYS") or YOUJU_HOME.with_name(f"{YOUJU_HOME.name}-keys")).absolute()
YOUJU_FILES = YOUJU_HOME / "files"
YOUJU_LOGS = YOUJU_HOME / "logs"
YOUJU_DOCFONTS = PACKAGE / "docfonts"
YOUJU_FONT_DIR = Path(os.environ["YOUJU_FONT_DIR"]) if os.environ.get("YOUJU_FONT_DIR") else None

# ---- who may reach us --------------------------------------------------------------------------
YOUJU_URL = os.environ.get("YOUJU_URL", "").rstrip("/")
_public = urlsplit(YOUJU_URL)
_https = _public.scheme == "https"
DEBUG = os.environ.get("YOUJU_DEBUG") == "1"
# YOUJU_HOSTS: further names; `youju serve --host` adds the addresses of the office network for its workers.
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *os.environ.get("YOUJU_HOSTS", "").replace(",", " ").split(),
]
ALLOWED_HOSTS += [_public.hostname] if _public.hostname else []
CSRF_TRUSTED_ORIGINS = [YOUJU_URL] if YOUJU_URL else []
# A lazy value, because `youju init` and `youju demo` make the keys after the settings are read.
SECRET_KEY = lazy(cache(vault.secret_key), str)(YOUJU_KEYS)

# ---- the parts ---------------------------------------------------------------------------------
LINES_OF_WORK: list[str] = [
    "youju.work.organising",
    "youju.work.institutions",
    "youju.work.education",
    "youju.work.bargaining",
    "youju.work.democracy",
    "youju.work.relief",
    "youju.work.workers_home",
    "youju.work.merit",
    "youju.work.culture",
    "youju.work.safety",
    "youju.work.employment",
    "youju.work.funds",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "youju.records",
    "youju.org",
    "youju.people",
    "youju.ledger",
    *LINES_OF_WORK,
    "youju.reports",
    "youju.desk",
]
MIDDLEWARE = [
    "youju.desk.middleware.NameRequests",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "youju.desk.middleware.HoldLogIns",
    "youju.desk.middleware.RequireLogIn",
]
ROOT_URLCONF = "youju.config.urls"
WSGI_APPLICATION = "youju.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "youju.desk.place.frame",
            ]
        },
    }
]
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# ---- the database ------------------------------------------------------------------------------
DATABASES = {"default": engine.database(os.environ.get("YOUJU_DATABASE_URL", ""), YOUJU_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ---- static files ------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = YOUJU_HOME / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "youju.config.static.Storage"},
}

# ---- accounts and sessions ---------------------------------------------------------------------
AUTH_USER_MODEL = "org.User"
PASSWORD_HASHERS = ["youju.config.passwords.BoundedArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["login_name", "name"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
CSRF_FAILURE_VIEW = "youju.desk.errors.stale_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# ---- what browsers are told --------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],  # Tabler draws its check marks as data: images
    "object-src": [CSP.NONE],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _https else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # other names below ours may belong to others: we do not speak for them
    "security.W021",
    "security.W008",  # the server in front ends TLS and redirects
]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None

# ---- limits and logs ---------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a page of pasted rows
DATA_UPLOAD_MAX_NUMBER_FILES = 100
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"impersonal": {"()": "youju.config.logs.ImpersonalFormatter"}},
    "handlers": {
        "file": {
            "()": "youju.config.logs.MonthlyFile",
            "folder": YOUJU_LOGS,
            "level": "INFO",
            "formatter": "impersonal",
        }
    },
    "loggers": {
        "django": {"handlers": ["file"], "level": "WARNING", "propagate": True},
        "youju": {"handlers": ["file"], "level": "INFO", "propagate": True},
    },
}
