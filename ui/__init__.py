"""The pages and components of the application in the browser.

In: what people ask, choose and press. Out: pages; each quote openable to its provision and page. Change
here how things look and read: every word is in `texts/LANGUAGE/AREA.yaml`, every colour and measure in
`styles/*.css`. What is answered is decided in `answers`, what is kept of people in `people`.

`navigation` lists the pages, a folder each (`ask`, `purchase`); `server` is what happens before a page. What
pages share lies here: `engine` opens the library, `person` says who is looking, `sidebar` the language,
`identity`, `excerpt`, `page_image` and `quote_place` show a document. `texts` and `formats` serve the
terminal too.
"""
