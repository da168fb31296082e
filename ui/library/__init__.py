"""The library for readers: every document by level, and a page for each.

In: the query string, which alone says what is shown, so that every view is a link. Out: pages in plain HTML.
`shelf` chooses among the documents and `list_page` draws them (`filters`, `rows`, `timeline`);
`document_page` draws one document by its views (`reading`, `pages`, `citing`, `editions`, `comparing`).
Keeping the library up to date is another page's (`ui.keep`).
"""
