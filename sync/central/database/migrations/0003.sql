-- When a backup was put back. Small, and copied to every node. Numbers that are given out to tills go on above it.

CREATE TABLE restores (
  at BIGINT PRIMARY KEY
);
