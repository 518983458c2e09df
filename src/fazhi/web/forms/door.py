"""What a person fills in to come in."""

from django.contrib.auth.forms import AuthenticationForm

WRONG = "用户名或者密码不对，请核对后重试，大写和小写有区别；忘记密码的，请找系统管理员。[identity.E002]"


class DoorForm(AuthenticationForm):
    """Name and password; which of the two was wrong is not told, so that nobody learns who has an account."""

    error_messages = {"invalid_login": WRONG, "inactive": WRONG}
