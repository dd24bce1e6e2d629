"""Logged in as one of the cast, as after the login page."""

from youju.desk.middleware import SIGN_IN
from youju.org import accounts


def sign_in(client, user):
    client.force_login(user)
    session = client.session
    session[SIGN_IN] = str(accounts.begin(user, address="127.0.0.1", device="test").pk)
    session.save()
    return client
