"""Password hashing with bounds: an office computer must survive many log-ins at once."""

from threading import BoundedSemaphore

from django.contrib.auth.hashers import Argon2PasswordHasher

AT_ONCE = BoundedSemaphore(2)


class BoundedArgon2(Argon2PasswordHasher):
    """Argon2id at 19 MiB and three passes, computed for at most two people at a time in a process."""

    time_cost = 3
    memory_cost = 19_456
    parallelism = 1

    def encode(self, password, salt):
        with AT_ONCE:
            return super().encode(password, salt)

    def verify(self, password, encoded):
        with AT_ONCE:
            return super().verify(password, encoded)
