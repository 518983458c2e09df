"""The web application as a server loads it: ``granian --interface wsgi fazhi.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.settings")

application = get_wsgi_application()
