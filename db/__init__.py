"""SQLite behind the core's `ports.Store`: opening, migrations, queries; returns model records."""
