// What a look at the page tells: texts, and what is cut off, raw, or too small to touch.
([phone, least]) => {
    const shown = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
    const texts = new Set(), clipped = [], small = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement
        if (!parent || parent.closest('script, style, noscript, template, body [lang], .code, iframe')) continue
        const text = walker.currentNode.textContent.replace(/\s+/g, ' ').trim()
        if (text) texts.add(text)
    }
    for (const element of document.querySelectorAll('[placeholder], [aria-label], [title], [alt]'))
        for (const name of ['placeholder', 'aria-label', 'title', 'alt'])
            if (element.getAttribute(name)) texts.add(element.getAttribute(name).trim())
    for (const element of document.querySelectorAll('#main *, .top *')) {
        if (!shown(element)) continue
        const style = getComputedStyle(element)
        if (style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && element.clientWidth > 1
            && element.scrollWidth > element.clientWidth + 1 && element.textContent.trim())
            clipped.push(element.className || element.tagName)
        if (phone && element.matches('a.btn, button, summary, input:not([type=hidden])')) {
            const box = element.getBoundingClientRect()
            if (box.width && Math.min(box.width, box.height) < least && !element.matches('[type=checkbox], .link, .copy'))
                small.push(element.className || element.tagName)
        }
    }
    const root = document.documentElement
    return {texts: [...texts], clipped: [...new Set(clipped)], small: [...new Set(small)],
            wider: root.scrollWidth - root.clientWidth, heads: document.querySelectorAll('h1').length,
            bare: document.title.trim() === 'Backroom' || !document.title.trim(),
            raw: [...texts].filter(text => /\b(None|undefined|NaN|\[object Object\])\b/.test(text)
                || /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text) || /\{\{|\{%|%\(\w+\)/.test(text)
                || /T\d\d:\d\d:\d\d|\d\.\d{5,}|<bound |functools|object at 0x|^(system|person|channel):/.test(text))}
}
