"""The pages and components of the chat application.

In: questions, and choices of organisation, date and language. Out: an `Answer` drawn as a ladder, each
quote openable to its provision and page. Change here how things look and read: every word is in
`texts/*.yaml`, every colour and measure in `style.css`. What is answered is decided in `answers`.

`chat` is the page; `answer` draws an answer (`lead` its first line, `citation` the quotes of one provision),
`sidebar` the choices; `page_image` and `quote_place` find a quote on its page; `engine` opens the library.
`texts` and `formats` serve the terminal too.
"""
