package org.gongkai.model;

import java.util.Arrays;
import java.util.Optional;

/** The five sections of a 政府信息公开专栏, in their order. */
public enum Section {
    GUIDE("政府信息公开指南", "指南", "怎样分类、怎样获取、找谁咨询"),
    RULES("政府信息公开制度", "制度", "公开工作依据的规定"),
    STATUTORY("法定主动公开内容", "法定主动公开内容", "按目录查主动公开的信息"),
    ANNUAL_REPORTS("政府信息公开年报", "年报", "历年公开工作的情况"),
    ON_REQUEST("依申请公开", "依申请公开", "没有公开的，怎样申请");

    private final String label;
    private final String shortLabel;
    private final String purpose;

    Section(String label, String shortLabel, String purpose) {
        this.label = label;
        this.shortLabel = shortLabel;
        this.purpose = purpose;
    }

    public String label() {
        return label;
    }

    public String shortLabel() {
        return shortLabel;
    }

    /** What a citizen finds there, in a few words. */
    public String purpose() {
        return purpose;
    }

    public static Optional<Section> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(label) || each.shortLabel.equals(label))
                .findFirst();
    }
}
