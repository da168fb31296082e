"""The pages of the area Lär: `overview` lists courses (`/lar`), `course` is one course (`/kurs?id=…`).

For learners `walk` goes through the exercises and `certificate` prints what they earned; for trainers there
are `editor`, `proposals` and `results`. `opening` is what every one of them starts with.
"""
