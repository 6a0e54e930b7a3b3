package org.gongkai.model;

import java.util.Arrays;
import java.util.Optional;

/** The five sections of a 政府信息公开专栏, in their order. */
public enum Section {
    GUIDE("政府信息公开指南", "指南"),
    RULES("政府信息公开制度", "制度"),
    STATUTORY("法定主动公开内容", "法定主动公开内容"),
    ANNUAL_REPORTS("政府信息公开年报", "年报"),
    ON_REQUEST("依申请公开", "依申请公开");

    private final String label;
    private final String shortLabel;

    Section(String label, String shortLabel) {
        this.label = label;
        this.shortLabel = shortLabel;
    }

    public String label() {
        return label;
    }

    public String shortLabel() {
        return shortLabel;
    }

    public static Optional<Section> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(label) || each.shortLabel.equals(label))
                .findFirst();
    }
}
