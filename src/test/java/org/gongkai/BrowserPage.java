package org.gongkai;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One page in a browser, as a citizen sees and uses it. */
public final class BrowserPage implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<Fetched> fetched = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    BrowserPage(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onResponse(response -> fetched.add(new Fetched(response.url(), response.status())));
        page.onRequestFailed(request -> fetched.add(new Fetched(request.url(), 0)));
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") || message.type().equals("warning")) {
                        complaints.add(message.text());
                    }
                });
    }

    /** Opens an address and waits until all that the page itself names is there. */
    public BrowserPage open(String url) {
        page.navigate(url);
        return this;
    }

    /** The value of an expression, awaited if it is a promise, as JSON. */
    public String evaluate(String expression) {
        return (String)
                page.evaluate("async () => JSON.stringify(await (" + expression + ")) ?? 'null'");
    }

    /** Waits until an expression is true. */
    public BrowserPage await(String expression) {
        page.waitForFunction("() => " + expression);
        return this;
    }

    public BrowserPage size(int width, int height) {
        page.setViewportSize(width, height);
        return this;
    }

    /** Shows the page as it is printed. */
    public BrowserPage print() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return this;
    }

    public BrowserPage offline(boolean offline) {
        context.setOffline(offline);
        return this;
    }

    /** Presses a key or keys, such as {@code Tab} or {@code Shift+Tab}. */
    public BrowserPage press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Types text where the focus is. */
    public BrowserPage type(String text) {
        page.keyboard().type(text);
        return this;
    }

    public BrowserPage click(String selector) {
        page.click(selector);
        return this;
    }

    public BrowserPage screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return this;
    }

    /** All that was fetched so far, in order. */
    public List<Fetched> fetched() {
        return List.copyOf(fetched);
    }

    /** What scripts and Chromium complained of so far: errors and warnings. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Playwright's own page, for what is not here. */
    public Page playwright() {
        return page;
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * @param status 0 where there was no answer
     */
    public record Fetched(String url, int status) {}
}
