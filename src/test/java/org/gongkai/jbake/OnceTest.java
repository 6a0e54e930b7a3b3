package org.gongkai.jbake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongkai.cache.Asked;
import org.gongkai.cache.Question;
import org.gongkai.cache.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceTest {
    @TempDir Path folder;

    private ColumnRenderer renderer;
    private int counted;

    /** What a template may write of; it counts how often it is asked. */
    public record Thing(OnceTest test, String name) {
        public int count() {
            return ++test.counted;
        }
    }

    @BeforeEach
    void writeTemplate() throws IOException {
        Files.writeString(
                folder.resolve("page.ftlh"),
                "<@once of=thing>${root}${thing.name}${shared}${thing.count()}</@once>;${own!}");
        renderer =
                new ColumnRenderer(
                        folder,
                        List.of(folder),
                        folder.resolve("out"),
                        Map.of("shared", "&"),
                        List.of());
    }

    private String page(Map<String, Object> values) {
        Written page = renderer.render("page", "p/index.html", values);
        return new String(page.text(), 0, page.length());
    }

    @Test
    void writesOfOneThingOnce() {
        Thing thing = new Thing(this, "公开");
        assertEquals("../公开&amp;1;a", page(Map.of("root", "../", "thing", thing, "own", "a")));
        assertEquals("../公开&amp;1;b", page(Map.of("root", "../", "thing", thing, "own", "b")));
    }

    @Test
    void writesAnewOfAnother() {
        page(Map.of("root", "../", "thing", new Thing(this, "公开")));
        assertEquals("../公开&amp;2;", page(Map.of("root", "../", "thing", new Thing(this, "公开"))));
    }

    @Test
    void writesAnewWhereThePageGivesAnotherValue() {
        Thing thing = new Thing(this, "公开");
        page(Map.of("root", "../", "thing", thing));
        assertEquals("../../公开&amp;2;", page(Map.of("root", "../../", "thing", thing)));
        assertEquals("../../公开+3;", page(Map.of("root", "../../", "thing", thing, "shared", "+")));
    }

    @Test
    void asksTheSameWhereItIsTakenOver() {
        Thing thing = new Thing(this, "公开");
        List<Question> first = asked(Map.of("root", "../", "thing", thing));
        List<Question> second = asked(Map.of("root", "../", "thing", thing));
        assertEquals(1, counted);
        assertEquals(first, second);
        assertEquals(
                List.of("once", "own", "root", "shared", "thing"),
                first.stream()
                        .filter(question -> question.kind() == Question.Kind.VALUE)
                        .map(Question::name)
                        .toList());
    }

    private List<Question> asked(Map<String, Object> values) {
        Asked asked = Asked.begin();
        try {
            page(values);
        } finally {
            asked.end();
        }
        return asked.questions();
    }
}
