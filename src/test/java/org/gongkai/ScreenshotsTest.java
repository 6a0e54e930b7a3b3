package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of {@code docs/screenshots} and {@code docs/handbook} anew, of the sample
 * column on one day: {@code mvn -B test -Dtest=ScreenshotsTest -Dscreenshots=true}.
 */
@InBrowser
@EnabledIfSystemProperty(named = "screenshots", matches = "true")
class ScreenshotsTest {
    static final String TASKS = "notices/2026/zhengwu-gongkai-yaodian/";

    /** Every kind of page of the sample column, by its address, with the name of its picture. */
    static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("", "front-page");
        PAGES.put(TASKS, "notice-with-tasks");
        PAGES.put("notices/2019/nongcun-gonglu-yanghu/", "notice-repealed");
        PAGES.put("notices/", "notices");
        PAGES.put("tasks/", "tasks");
        PAGES.put("units/", "units");
        PAGES.put("units/caizhengju/", "unit");
        PAGES.put("topics/", "topics");
        PAGES.put("catalog/", "catalog");
        PAGES.put("validity/", "validity");
        PAGES.put("search/?q=公开", "search");
        PAGES.put("pages/zhinan/", "page");
        PAGES.put("map/", "map");
        PAGES.put("404.html", "not-found");
    }

    private static final Map<Integer, Integer> HEIGHTS = Map.of(360, 780, 768, 1024, 1280, 900);
    private static final long MOST_BYTES = 3_000_000;
    private static final int COLOURS = 48;
    private static final int APART = 300;

    @TempDir private Path folder;

    @Test
    void takesThePictures(Browser browser) throws IOException {
        Problems problems = new Problems();
        Path out = folder.resolve("public");
        new SiteBuild(
                        TinyColumn.GENERATOR,
                        TinyColumn.GENERATOR,
                        LocalDate.of(2026, 11, 22),
                        false,
                        false)
                .run(out, problems);
        assertEquals(List.of(), problems.sorted());
        Path docs = TinyColumn.GENERATOR.resolve("docs/screenshots");
        Files.createDirectories(docs);
        // The column's address has a path, and the page of lost addresses links to it.
        try (StaticServer server = new StaticServer(out, "/xxgk/");
                BrowserPage page = browser.page()) {
            for (Map.Entry<String, String> each : PAGES.entrySet()) {
                for (int width : List.of(360, 768, 1280)) {
                    open(page, server, each.getKey(), width);
                    take(page, docs.resolve(each.getValue() + "-" + width + ".png"));
                }
            }
            open(page, server, TASKS + "#tasks", 1280);
            take(page, docs.resolve("task-table-1280.png"));
            open(page, server, TASKS + "#task-2", 360);
            take(page, docs.resolve("task-table-360.png"));
            page.playwright()
                    .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            open(page, server, "", 1280);
            take(page, docs.resolve("front-page-dark-1280.png"));
            page.playwright()
                    .emulateMedia(
                            new Page.EmulateMediaOptions()
                                    .setColorScheme(ColorScheme.LIGHT)
                                    .setMedia(Media.PRINT));
            page.size(794, 1123).open(server.url() + TASKS);
            page.evaluate("document.body.style.padding = '25mm 22mm'");
            take(page, docs.resolve("notice-printed.png"));
            page.playwright().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            takeForElders(page, server, docs);
        }
        try (var files = Files.list(docs)) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += Files.size(file);
            }
            assertTrue(bytes < MOST_BYTES, "all pictures: " + bytes);
        }
    }

    /** Those of 编辑手册: what its commands print, and what becomes of its example. */
    @Test
    void takesThePicturesOfTheHandbook(Browser browser) throws IOException {
        Path docs = TinyColumn.GENERATOR.resolve("docs/handbook");
        Files.createDirectories(docs);
        TinyColumn column = Handbook.column(folder);
        try (BrowserPage page = browser.page()) {
            column.build();
            try (StaticServer server = new StaticServer(column.out(), "/xxgk/")) {
                page.size(1000, 860).open(server.url() + "notices/2026/gongkai-jihua/");
                take(page, docs.resolve("notice.png"));
                page.open(server.url() + "notices/2026/gongkai-jihua/#tasks");
                take(page, docs.resolve("tasks.png"));
            }
            Terminal terminal = new Terminal(column.root());
            mistype(column);
            takeTerminal(page, terminal.run("", "check"), docs.resolve("check.png"));
            for (String example : Handbook.examples().keySet()) {
                Files.delete(column.root().resolve(example));
            }
            takeTerminal(
                    page,
                    terminal.run(
                            "临溪县人民政府办公室关于印发2027年政务公开培训计划的通知\n1\n21\n1 2\n",
                            "new",
                            "notice",
                            "gongkai-jihua"),
                    docs.resolve("new.png"));
            Files.delete(column.root().resolve("content/notices/2026/gongkai-jihua.md"));
            column.with("收到的文件.docx", received());
            takeTerminal(
                    page,
                    terminal.run("", "import", "收到的文件.docx", "--name", "gongkai-jihua"),
                    docs.resolve("import.png"));
        }
    }

    /** The example with three of the handbook's mistakes. */
    private static void mistype(TinyColumn column) {
        Map<String, String> files = new HashMap<>(Handbook.examples());
        for (Handbook.Mistake mistake : Handbook.mistakes()) {
            if (List.of("1", "14", "20").contains(mistake.number())) {
                files.replaceAll(
                        (file, text) ->
                                mistake.right().isEmpty()
                                        ? text
                                        : text.replace(mistake.right(), mistake.wrong()));
            }
        }
        files.forEach(column::with);
    }

    private static byte[] received() {
        return new WordFile()
                .paragraphs(
                        "临溪县人民政府办公室",
                        "关于印发2027年政务公开培训计划的通知",
                        "临政办发〔2026〕90号",
                        "各乡镇人民政府、街道办事处，县政府各部门：",
                        "现将《2027年政务公开培训计划》印发给你们，请按照任务分解表做好准备。",
                        "临溪县人民政府办公室",
                        "2026年11月18日",
                        "2027年政务公开培训任务分解表")
                .table(
                        List.of(
                                "序号|工作任务|责任单位|完成时限",
                                "1|编印培训教材|县司法局、县财政局|2027年2月底前",
                                "2|确定参加培训的人员|各镇街，县直各部门|2027年3月15日前",
                                "3|每季度培训一次||全年"))
                .bytes();
    }

    private static void takeTerminal(BrowserPage page, String html, Path file) {
        page.size(980, 100).playwright().setContent(html);
        page.size(980, Integer.parseInt(page.evaluate("document.body.offsetHeight")));
        take(page, file);
    }

    /** 长辈模式, where the site has it. */
    private static void takeForElders(BrowserPage page, StaticServer server, Path docs) {
        open(page, server, "", 360);
        if (page.evaluate(
                        "[...document.styleSheets].flatMap(sheet => [...sheet.cssRules])"
                                + ".some(rule => rule.cssText.includes('data-elder'))")
                .equals("true")) {
            page.evaluate("document.documentElement.dataset.elder = ''");
            take(page, docs.resolve("front-page-elder-360.png"));
        }
    }

    private static void open(BrowserPage page, StaticServer server, String path, int width) {
        page.size(width, HEIGHTS.get(width)).open(server.url() + path);
        if (path.startsWith("search/")) {
            page.await("document.querySelector('#hits li')");
        }
    }

    private static void take(BrowserPage page, Path file) {
        try {
            BufferedImage picture =
                    ImageIO.read(new ByteArrayInputStream(page.playwright().screenshot()));
            ImageIO.write(inFewColours(picture), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture in its most frequent colours, which makes its file less than half as large. */
    private static BufferedImage inFewColours(BufferedImage picture) {
        int[] pixels =
                picture.getRGB(
                        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        List<Integer> palette = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(
                        colour ->
                                palette.size() < COLOURS
                                        && palette.stream()
                                                .noneMatch(near -> distance(near, colour) < APART))
                .forEachOrdered(palette::add);
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage few =
                new BufferedImage(
                        picture.getWidth(),
                        picture.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int index =
                    nearest.computeIfAbsent(
                            pixels[i] & 0xffffff,
                            colour ->
                                    IntStream.range(0, colours.length)
                                            .boxed()
                                            .min(
                                                    Comparator.comparingInt(
                                                            n -> distance(colours[n], colour)))
                                            .orElseThrow());
            few.getRaster().setSample(i % picture.getWidth(), i / picture.getWidth(), 0, index);
        }
        return few;
    }

    /** How far colours lie apart: the sum of the squares over their channels. */
    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += channel * channel;
        }
        return sum;
    }
}
