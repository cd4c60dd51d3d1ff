package dev.creatorledger.platform.start;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Settings before there are beans. */
public final class Settings {

    private Settings() {}

    /** A record of settings, as it will be bound later. */
    public static <T> T of(Environment environment, Class<T> type) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return Binder.get(environment).bindOrCreate(prefix, Bindable.of(type));
    }
}
