import html
print(html.escape('<a href="x">\'&'), html.escape('"<', quote=False), html.unescape('&lt;b&gt; &amp; &quot;&#39;&#x41;&nbsp; &'), html.unescape(html.escape('<"\'&>')))
