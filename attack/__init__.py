"""The attack on answers and figures: a stage that plays surveys through, and an attacker who does not know the code."""
