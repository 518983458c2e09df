"""Notices: what happened and what falls due reaches those concerned, once, whatever breaks in between.

The queue is the database itself: a clock's next day, an event without its dispatch, a delivery still waiting.
Each step is one transaction whose effect a unique constraint makes impossible a second time.
"""
