package org.gongkai;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's Chromium without a window, driven by Playwright on the machine's Node.js. */
public final class Browser implements AutoCloseable {
    private static final List<String> CHROMIUMS =
            List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Why there can be no browser here. */
    static Optional<String> missing() {
        if (program(CHROMIUMS).isEmpty()) {
            return Optional.of("no Chromium on the PATH: " + CHROMIUMS);
        }
        return program(List.of("node")).isEmpty()
                ? Optional.of("no Node.js on the PATH: node")
                : Optional.empty();
    }

    static Browser start() {
        missing()
                .ifPresent(
                        reason -> {
                            throw new IllegalStateException(reason);
                        });
        Map<String, String> environment =
                Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        program(List.of("node")).orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1");
        Playwright playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        LaunchOptions options =
                new LaunchOptions()
                        .setExecutablePath(program(CHROMIUMS).orElseThrow())
                        .setArgs(
                                List.of(
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"));
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** A page of 1280 × 720 with nothing in its cache and storage. */
    public BrowserPage page() {
        return new BrowserPage(chromium.newContext());
    }

    /** A page that runs no script. */
    public BrowserPage pageWithoutScript() {
        return new BrowserPage(
                chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Optional<Path> program(List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(
                        name ->
                                Stream.of(path.split(File.pathSeparator))
                                        .flatMap(
                                                folder ->
                                                        Stream.of(name, name + ".exe")
                                                                .map(Path.of(folder)::resolve)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
