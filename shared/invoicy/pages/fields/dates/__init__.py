"""Issue date (BT-2) and due date (BT-9)."""
