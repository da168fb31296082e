"""The pages and components of the chat application.

In: questions, and choices of organisation, date and language. Out: an `Answer` drawn as a ladder, each
quote openable to its provision and page. Change here how things look and read: every word is in
`texts/*.yaml`, every colour and measure in `style.css`. What is answered is decided in `answers`.
"""
