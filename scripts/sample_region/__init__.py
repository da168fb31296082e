"""Builds the sample region's PDF and Word files from the sources beside this file."""
