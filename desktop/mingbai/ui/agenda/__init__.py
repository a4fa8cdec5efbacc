"""A list under heads that count, walked by one keyboard: what Today and Review show."""
