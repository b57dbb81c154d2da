"""The pack of an edition: all that goes out with it, for window and command line alike."""
