package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.model.Deadline;
import org.gongkai.sources.DeadlineGrammar;
import org.junit.jupiter.api.Test;

/** Whatever stands in a cell of 完成时限: the wording is kept, and a day is one of the calendar. */
class DeadlineFuzzTest {
    private static final List<byte[]> WORDINGS =
            Stream.of(
                            "全年",
                            "2023年12月底前",
                            "12月底前；长期坚持",
                            "8月31日前完成",
                            "2023.9.30",
                            "第三季度末",
                            "上半年",
                            "6月中旬至7月上旬",
                            "每季度至少1次",
                            "发布后10个工作日内",
                            "二〇二三年十二月三十一日前",
                            "并长期坚持",
                            "每年12月底前，年内不少于4次")
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();

    private final DeadlineGrammar grammar = new DeadlineGrammar();

    @Test
    void wordingIsKeptAndADayIsADay() {
        Fuzz.run(
                "deadline",
                WORDINGS,
                5_000,
                input -> {
                    String text = new String(input, StandardCharsets.UTF_8);
                    Deadline deadline = grammar.read(text, 2023);
                    assertEquals(deadline, grammar.read(text, 2023));
                    if (text.isBlank()) {
                        assertEquals(Deadline.NONE, deadline);
                        return;
                    }
                    assertEquals(text, deadline.text());
                    if (!deadline.readable()) {
                        assertNull(deadline.date(), text);
                    }
                    if (deadline.date() != null) {
                        int year = deadline.date().getYear();
                        assertTrue(
                                year >= 1000 && year <= 9999, () -> text + " " + deadline.date());
                    }
                    LocalDate before = null;
                    for (LocalDate earlier : deadline.earlier()) {
                        assertTrue(
                                deadline.date() != null && earlier.isBefore(deadline.date()), text);
                        assertTrue(before == null || before.isBefore(earlier), text);
                        before = earlier;
                    }
                });
    }
}
