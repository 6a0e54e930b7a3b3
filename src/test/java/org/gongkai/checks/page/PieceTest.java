package org.gongkai.checks.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.SiteBuild;
import org.gongkai.TinyColumn;
import org.gongkai.cache.SharedPart;
import org.gongkai.cache.Written;
import org.gongkai.model.Problems;
import org.gongkai.model.SiteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out of a page hides nothing that would be found with it. */
class PieceTest {
    private static final String RULES =
            """
            .dark { background: #000; color: #fff; }
            .pale { color: #eee; }
            .bands li:nth-child(2n) { color: #eee; }
            .zebra li:nth-child(2n) .striped { color: #eee; }
            .items:has(.mark) .quiet, li + li .second, .items li:empty + li .after { color: #eee; }
            .items .small { display: block; width: 8px; height: 8px; overflow: hidden; }
            .cut { height: 1em; overflow: hidden; }
            """;

    /** Some are fine everywhere, some nowhere, and some in one place and not in another. */
    private static final List<String> ITEMS =
            Stream.of(
                            "<a class=\"item-title\" href=\"../notices/\">关于甲的通知</a>"
                                    + "<p class=\"item-facts\"><span>甲局</span>"
                                    + "<time datetime=\"2026-01-02\">2026-01-02</time></p>",
                            "<a href=\"../units/\"><span>关于乙的通知</span></a> <time>2026-02-03</time>",
                            "<a href=\"../units/\">乙项任务</a><p><span>完成时限：2026年</span></p>",
                            "<a href=\"../tasks/\">关于丙的通知</a> <span>没有日期</span>",
                            "<a href=\"../nowhere/\">关于丁的通知</a> <time>2026-02-04</time>",
                            "<p>暂无信息</p><time>2026-02-06</time>",
                            "<a href=\"../tasks/\"></a> <time>2026-02-05</time>",
                            "<a href=\"javascript:go()\">去</a> <time>2026-02-05</time>",
                            "<span>电话：</span><time>2026-02-06</time>",
                            "<span class=\"pale\">浅色的字</span><time>2026-02-06</time>",
                            "<span class=\"striped\">有条纹的字</span><time>2026-02-06</time>",
                            "<span class=\"quiet\">轻声的字</span><time>2026-02-06</time>",
                            "<span class=\"mark\">记号</span><time>2026-02-06</time>",
                            "<span class=\"second\">第二</span><time>2026-02-06</time>",
                            "<span class=\"after\">其后</span><time>2026-02-06</time>",
                            "<span class=\"small\"><a class=\"small\" href=\"../tasks/\">一</a></span>",
                            "<p class=\"cut\"><span class=\"pale\">切断的字</span></p>",
                            "<h2>标题</h2><p><span>字</span></p>",
                            "<p id=\"search\"><span>字</span></p>",
                            "<img src=\"a.png\">",
                            "<span lang=\"xx-nonsense-\">字</span>")
                    .map(item -> "<li class=\"item\">" + item + "</li>")
                    .toList();

    private static final List<String> PLACES =
            List.of(
                    "*",
                    "*",
                    "*",
                    "<div class=\"dark\">*</div>",
                    "<div class=\"zebra\">*</div>",
                    "<div class=\"bands\">*</div>",
                    "<section aria-labelledby=\"part\"><h2 id=\"part\">部分</h2>*</section>",
                    "<nav aria-label=\"别处\">*</nav>",
                    "<div aria-hidden=\"true\">*</div>",
                    "<div hidden>*</div>",
                    "<div lang=\"xx-nonsense-\">*</div>",
                    "<dl><dt>名称</dt><dd>*</dd></dl>",
                    "<table><caption>表</caption><tr><th scope=\"row\">*</th><td>一</td></tr></table>");

    @TempDir private Path folder;

    @Test
    void findsTheSameWithAndWithoutLeavingOut() throws IOException {
        SiteBuild build =
                new SiteBuild(
                        TinyColumn.GENERATOR,
                        TinyColumn.GENERATOR,
                        LocalDate.of(2026, 11, 20),
                        false,
                        false);
        build.run(folder, new Problems());
        Files.writeString(folder.resolve("css/site.css"), RULES, StandardOpenOption.APPEND);
        SiteSettings settings = build.check(new Problems()).site().settings();
        String list = Files.readString(folder.resolve("notices/index.html"));
        int from = list.indexOf("<ul class=\"items\">");
        String before = list.substring(0, from);
        String after = list.substring(list.indexOf("</ul>", from) + "</ul>".length());

        List<SharedPart> parts =
                ITEMS.stream().map(item -> new SharedPart((item + "\n").toCharArray())).toList();
        Problems some = new Problems();
        Problems all = new Problems();
        PageRun leaving = new PageRun(new PageChecks(), folder, "", settings, some, null);
        PageRun whole = new PageRun(new PageChecks(), folder, "", settings, all, null);
        Random random = new Random(7);
        int left = 0;
        for (int i = 0; i < 1000; i++) {
            // A column that only says that there is nothing may stand here, and not there.
            String path = i % 2 == 0 ? "page" + i + "/index.html" : "validity/" + i + ".html";
            Written page = page(before.replace("<title>", "<title>" + i), after, parts, random);
            Files.createDirectories(folder.resolve(path).getParent());
            Files.write(folder.resolve(path), page.bytes());
            left += leaving.page(path, page, false).isShort() ? 1 : 0;
            Object facts = leaving.checkPage(path, page).facts();
            assertEquals(whole.check(path).facts(), facts, path);
        }
        leaving.finish();
        whole.finish();
        assertEquals(all.sorted(), some.sorted());
        long faulty = all.sorted().stream().map(problem -> problem.file()).distinct().count();
        assertTrue(left > 250 && faulty > 300 && faulty < 800, left + " left, " + faulty);
    }

    private static Written page(
            String before, String after, List<SharedPart> parts, Random random) {
        String[] place = PLACES.get(random.nextInt(PLACES.size())).split("\\*");
        String tag = random.nextInt(4) == 0 ? "ol" : "ul";
        String own = random.nextInt(9) == 0 ? "<style>a span { display: none; }</style>" : "";
        StringBuilder text = new StringBuilder(before.replace("</head>", own + "</head>"));
        text.append(place.length > 0 ? place[0] : "");
        text.append('<').append(tag).append(" class=\"items\">\n");
        List<Written.Place> places = new ArrayList<>();
        int items = 1 + random.nextInt(6);
        // Mostly those that are fine in themselves.
        int kinds = random.nextInt(3) == 0 ? parts.size() : 6;
        for (int i = 0; i < items; i++) {
            int kind =
                    random.nextInt(8) == 0 ? random.nextInt(parts.size()) : random.nextInt(kinds);
            SharedPart part = parts.get(kind);
            places.add(new Written.Place(text.length(), part));
            text.append(part.text());
        }
        text.append("</").append(tag).append('>');
        text.append(place.length > 1 ? place[1] : "").append(after);
        char[] characters = text.toString().toCharArray();
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new Written(characters, characters.length, bytes, places);
    }
}
