"""Sløyfe as a WSGI application: every page."""

import os

from django.core.wsgi import get_wsgi_application

from sloyfe.site.logs import write_logs

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sloyfe.site.settings")
write_logs()
application = get_wsgi_application()
