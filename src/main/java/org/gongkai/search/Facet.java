package org.gongkai.search;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.model.Notice;
import org.gongkai.model.Task;

/** What results can be narrowed by; the name in lower case is what a filter is called. */
enum Facet {
    /** 发布机关. */
    PUBLISHER(notice -> List.of(notice.publisher())),
    /** 主题分类. */
    SUBJECT(notice -> notice.metadata().subjects()),
    /** The year of publication. */
    YEAR(notice -> List.of(String.valueOf(notice.publicationDate().getYear()))),
    /** 有效性, by its code. */
    VALIDITY(notice -> List.of(notice.standing().validity().name())),
    /** 栏目. */
    KIND(notice -> Stream.ofNullable(notice.metadata().category()).toList()),
    /** 代码s of the units that a task of the notice names, alone or through a collective name. */
    UNIT(notice -> notice.taskList().stream().flatMap(Facet::units).distinct().toList());

    private final Function<Notice, List<String>> values;

    Facet(Function<Notice, List<String>> values) {
        this.values = values;
    }

    String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    List<String> values(Notice notice) {
        return values.apply(notice);
    }

    private static Stream<String> units(Task task) {
        return Stream.concat(task.lead().units().stream(), task.responsible().units().stream())
                .flatMap(
                        unit ->
                                unit.isCollective()
                                        ? unit.members().stream()
                                        : Stream.ofNullable(unit.unit()));
    }
}
