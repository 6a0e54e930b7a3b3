package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.checks.page.PageChecks;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;

/** A whole small column, written inline in a test, that is checked and built for real. */
public final class TinyColumn {
    /** The project's own folder, which lends templates, assets and settings. */
    public static final Path GENERATOR = Path.of("").toAbsolutePath();

    /** A notice without mistakes; tests change a line of it. */
    public static final String NOTICE =
            """
            ---
            标题: 样例县人民政府办公室关于做好政务公开工作的通知
            索引号: 11371524004435601F/2023-00000001
            发文字号: 样政办发〔2023〕1号
            发布机关: 样例县人民政府办公室
            主题分类: [综合政务, 政务公开]
            成文日期: 2023-09-13
            发布日期: 2023-09-14
            审核:
              初审: {人员: 赵初审, 日期: 2023-09-11}
              复审: {人员: 钱复审, 日期: 2023-09-12}
              终审: {人员: 孙终审, 日期: 2023-09-13}
            ---
            各镇人民政府：

            请认真贯彻执行。
            """;

    private final Path root;
    private LocalDate asOf = LocalDate.of(2023, 10, 1);
    private boolean drafts;
    private boolean strict;
    private Problems problems = new Problems();
    private SiteBuild.Result result;

    /**
     * @param folder an empty folder; the column goes to {@code column} below it, the site to {@code
     *     public}
     */
    public TinyColumn(Path folder) {
        this.root = folder.resolve("column");
        with("content/units.yml", "单位:\n  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室}\n");
    }

    public TinyColumn with(String file, String text) {
        return with(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public TinyColumn with(String file, byte[] bytes) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The good notice at {@code content/notices/2023/a.md}. */
    public TinyColumn withNotice() {
        return with("content/notices/2023/a.md", NOTICE);
    }

    /** The good notice with something in it replaced. */
    public TinyColumn withNotice(String id, String... replaced) {
        String text = NOTICE;
        for (int i = 0; i < replaced.length; i += 2) {
            if (!text.contains(replaced[i])) {
                throw new IllegalArgumentException("not in the notice: " + replaced[i]);
            }
            text = text.replace(replaced[i], replaced[i + 1]);
        }
        return with("content/notices/" + id + ".md", text);
    }

    /** Switches all checks of pages off, for templates that are no whole pages. */
    public TinyColumn withoutPageChecks() {
        StringBuilder settings = new StringBuilder("名称: 样例县政府信息公开专栏\n网页检查:\n");
        for (String check : new PageChecks().rules().keySet()) {
            settings.append("  - {检查: " + check + ", 级别: 关闭, 理由: 只试模板}\n");
        }
        return with("site.yml", settings.toString());
    }

    public TinyColumn asOf(String day) {
        asOf = LocalDate.parse(day);
        return this;
    }

    public TinyColumn drafts() {
        drafts = true;
        return this;
    }

    public TinyColumn strict() {
        strict = true;
        return this;
    }

    public Path root() {
        return root;
    }

    public Path out() {
        return root.resolveSibling("public");
    }

    /** What may be published of it, without building it. */
    public Site site() throws IOException {
        return new SiteBuild(GENERATOR, root, asOf, drafts, strict).check(new Problems()).site();
    }

    /** Builds it anew. */
    public TinyColumn build() {
        problems = new Problems();
        try {
            result = new SiteBuild(GENERATOR, root, asOf, drafts, strict).run(out(), problems);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the last build was published. */
    public boolean published() {
        return result.published();
    }

    /** The problems of the last build as an editor reads them. */
    public List<String> problems() {
        return problems.sorted().stream().map(Problem::text).toList();
    }

    /** Where the problems of one check are: {@code file:line}. */
    public List<String> places(String check) {
        return problems.sorted().stream()
                .filter(problem -> problem.check().equals(check))
                .map(problem -> problem.file() + ":" + problem.line())
                .toList();
    }

    /** What the problems of one check say. */
    public List<String> what(String check) {
        return problems.sorted().stream()
                .filter(problem -> problem.check().equals(check))
                .map(Problem::what)
                .sorted()
                .toList();
    }

    /** The only problem of the last build. */
    public Problem onlyProblem() {
        List<Problem> all = problems.sorted();
        if (all.size() != 1) {
            throw new AssertionError("expected one problem: " + problems());
        }
        return all.get(0);
    }

    /** The text of a published file. */
    public String read(String path) {
        try {
            return Files.readString(out().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String path) {
        return Files.exists(out().resolve(path));
    }
}
