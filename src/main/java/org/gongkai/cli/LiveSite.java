package org.gongkai.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.Preview;
import org.gongkai.SiteBuild;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.serve.FolderWatch;
import org.gongkai.serve.PreviewServer;

/** A column that is shown while it is edited; what is wrong is printed, and told to browsers. */
public final class LiveSite implements AutoCloseable {
    private static final Set<String> WATCHED = Set.of("content", "templates", "assets", "site.yml");

    private final PrintStream out;
    private final ProblemPrinter printer;
    private final PreviewServer server;
    private final Preview preview;
    private final FolderWatch watch;
    private List<Problem> told;

    /**
     * @param builds says, for each edit, what is built
     * @param port 0 for any that is free
     * @throws java.net.BindException where the port is taken
     */
    public LiveSite(Supplier<SiteBuild> builds, int port, PrintStream out) throws IOException {
        this.out = out;
        this.printer = new ProblemPrinter(out);
        SiteBuild build = builds.get();
        this.server = new PreviewServer(port);
        // From before it is read, so that no edit falls between.
        this.watch =
                new FolderWatch(List.of(build.source(), build.generator()), WATCHED, this::refresh);
        this.preview = new Preview(builds, this::show);
        watch.start();
        server.start(preview::file, preview::basePath);
    }

    /** The address of the front page. */
    public String url() {
        return server.url();
    }

    private void refresh(Set<Path> changed) {
        try {
            preview.refresh(changed);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Whatever it is, the next edit may mend it.
            out.println("读不了刚才的改动，请再保存一次。仍然这样的，请把这一行交给技术人员：" + e);
        }
    }

    private void show(Preview.Shown shown) {
        server.show(shown.version(), ProblemPrinter.json(shown.problems()));
        print(shown.problems());
    }

    /** Prints what is new; says how many are left. */
    private void print(List<Problem> problems) {
        if (problems.equals(told)) {
            return;
        }
        Set<Problem> known = new HashSet<>(told == null ? List.of() : told);
        Problems news = new Problems();
        problems.stream().filter(problem -> !known.contains(problem)).forEach(news::add);
        problems.forEach(known::remove);
        printer.print(news);
        Problems all = new Problems();
        problems.forEach(all::add);
        if (told != null || !problems.isEmpty()) {
            String mended = known.isEmpty() ? "" : "已改正 " + known.size() + " 个问题，";
            String now = problems.isEmpty() ? "现在" : "现在有 ";
            out.println(mended + printer.summary(all, now) + "。");
        }
        told = problems;
    }

    @Override
    public void close() throws IOException {
        watch.close();
        server.close();
        preview.close();
    }
}
