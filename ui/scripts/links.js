// Links and forms of ours open their page in the running session, and buttons copy what they hold.
// Without this script they work all the same: the page is then loaded anew.
if (!window.rsLinks) {
  window.rsLinks = true;
  const open = (address) => {
    window.rsWent = true;
    history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".rs-soft a[href^='/']");
    const otherwise = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || otherwise || event.defaultPrevented) return;
    event.preventDefault();
    open(link.getAttribute("href"));
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form.rs-soft");
    if (!form) return;
    event.preventDefault();
    const given = [...new FormData(form)].filter(([, value]) => value !== "");
    open(form.getAttribute("action") + "?" + new URLSearchParams(given));
  });
  // Beside the button: a dialog lets nothing outside it be selected.
  const written = (text, button) => {
    const field = document.createElement("textarea");
    field.value = text;
    button.after(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-rs-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.rsCopy);
    } catch {
      written(button.dataset.rsCopy, button);
      button.focus();
    }
    const told = button.parentElement.querySelector("[role='status']");
    told.textContent = button.dataset.rsCopied;
    setTimeout(() => { told.textContent = ""; }, 4000);
  });
}
