"""The user's verbs: each takes the plan and what was asked, and gives the changes; none touches anything."""
