package org.gongkai;

import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text is published as it was typed, or its editor is told where it is not, and what to type. */
class BodyMistakesTest {
    @TempDir private Path folder;

    // Numbers of lists

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7. 甲/9. 乙         | 7,9
                    1. 甲/2. 乙/5. 丙   | 1,2,5
                    1) 甲/3) 乙         | 1,3
                    0. 甲/1. 乙/3. 丙   | 0,1,3
                    1. 甲/1. 乙         | 1,1
                    3. 甲/2. 乙/3. 丙   | 3,2,3
                    1. 甲//3. 乙        | 1,3
                    999999999. 甲/1. 乙 | 999999999,1
                    """)
    void showsTheNumbersOfAListAsTheyWereTyped(String typed, String shown) {
        TinyColumn column = notice(typed.replace('/', '\n'));
        assertWarned(column);
        Element list = text(column).selectFirst("ol");
        assertEquals(shown, String.join(",", numbers(list)));
    }

    @Test
    void givesItemsNoNumberOfTheirOwnWhereEachIsTheNext() {
        TinyColumn column = notice("7. 甲\n8. 乙\n9. 丙\n\n说明：\n\n1. 丁\n2. 戊");
        assertWarned(column);
        String html = column.read("notices/2023/a/index.html");
        assertTrue(html.contains("<ol start=\"7\">\n<li>甲</li>\n<li>乙</li>\n"), html);
        assertFalse(html.contains("<li value"), html);
    }

    @Test
    void countsAnInnerListByItself() {
        TinyColumn column = notice("1. 甲\n   1. 子\n   4. 丑\n3. 乙");
        assertWarned(column);
        assertEquals(List.of("1", "3"), numbers(text(column).selectFirst("ol")));
        assertEquals(List.of("1", "4"), numbers(text(column).selectFirst("ol ol")));
    }

    @Test
    void keepsNumbersOutOfWhatIsSearched() throws Exception {
        assertEquals(
                "第七条。 第九条。",
                notice("7. 第七条。\n9. 第九条。").site().notices().get(0).body().text().substring(8));
    }

    /** As a browser counts them. */
    private static List<String> numbers(Element list) {
        List<String> numbers = new java.util.ArrayList<>();
        int next = list.hasAttr("start") ? Integer.parseInt(list.attr("start")) : 1;
        for (Element item : list.children()) {
            next = item.hasAttr("value") ? Integer.parseInt(item.attr("value")) : next;
            numbers.add(String.valueOf(next++));
        }
        return numbers;
    }

    private TinyColumn notice(String body) {
        return new TinyColumn(folder).withNotice("2023/a", "请认真贯彻执行。", body);
    }

    /** The text on the page, which begins with whom it is to. */
    private static Element text(TinyColumn column) {
        return new BuiltSite(column.out())
                .page("notices/2023/a/index.html")
                .selectFirst("p.salutation")
                .parent();
    }
}
