package dev.creatorledger.platform.web;

/** Something that must be so before the service takes requests; every bean of this type is asked. */
@FunctionalInterface
public interface ReadyCheck {

    /** Whether it is so; asked often, so it answers at once. */
    boolean ready();
}
