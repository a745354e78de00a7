"""The domain of itadesk and its use cases; knows neither Qt nor SQLite."""

__version__ = "0.1.0"
