import django.db.models.deletion
import sloyfe.kit.fields
import sloyfe.kit.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Instrument",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("intro", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("thanks", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "audience",
                    models.CharField(choices=[("staff", "Personalet"), ("leaders", "Lederne")], max_length=10),
                ),
                ("template", models.CharField(max_length=20)),
                ("sections", models.JSONField(default=list)),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("sheet", models.JSONField()),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="surveys.instrument"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("instrument", "number"), name="edition_once")],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("key", models.CharField(max_length=60)),
                ("position", models.PositiveSmallIntegerField(null=True)),
                ("section", models.CharField(max_length=20)),
                ("theme", models.CharField(blank=True, max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("scale", "Skala fra 1 til 5, med «vet ikke»"),
                            ("choice", "Ett valg"),
                            ("choices", "Flere valg"),
                            ("number", "Tall"),
                            ("text", "Fritekst"),
                            ("sources", "Kilder og hva de viser"),
                        ],
                        max_length=10,
                    ),
                ),
                ("wording", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("options", models.JSONField(blank=True, default=list)),
                ("limit", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("about_leadership", models.BooleanField(default=False)),
                ("opens_after", models.CharField(blank=True, max_length=20)),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="surveys.instrument"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [models.UniqueConstraint(fields=("instrument", "key"), name="item_key_once")],
            },
        ),
        migrations.CreateModel(
            name="ItemVersion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("digest", models.CharField(max_length=32)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("scale", "Skala fra 1 til 5, med «vet ikke»"),
                            ("choice", "Ett valg"),
                            ("choices", "Flere valg"),
                            ("number", "Tall"),
                            ("text", "Fritekst"),
                            ("sources", "Kilder og hva de viser"),
                        ],
                        max_length=10,
                    ),
                ),
                ("wording", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("options", models.JSONField(default=list)),
                ("limit", models.PositiveSmallIntegerField(null=True)),
                ("about_leadership", models.BooleanField(default=False)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="surveys.item"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("item", "number"), name="item_version_once")],
            },
        ),
        migrations.CreateModel(
            name="Wave",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("mode", models.CharField(choices=[("anonymous", "Anonym"), ("named", "Med navn")], max_length=10)),
                ("fewest_scale", models.PositiveSmallIntegerField(default=5)),
                ("fewest_text", models.PositiveSmallIntegerField(default=10)),
                ("opens_on", models.DateField()),
                ("closes_on", models.DateField()),
                ("deletes_on", models.DateField()),
                ("public_key", models.BinaryField(max_length=32, null=True)),
                ("envelope_size", models.PositiveIntegerField(default=0)),
                (
                    "edition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waves",
                        to="surveys.edition",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="waves", to="surveys.instrument"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("fewest_scale__gte", 5), ("fewest_text__gte", 10)), name="thresholds_rise"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opens_on__lte", models.F("closes_on")), ("closes_on__lte", models.F("deletes_on"))
                        ),
                        name="wave_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("responses", models.PositiveIntegerField(null=True)),
                (
                    "wave",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="release", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "wave",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reminder", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NamedResponse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("values", models.JSONField(default=dict)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="named_responses", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [models.UniqueConstraint(fields=("wave", "person", "place"), name="named_once")],
            },
        ),
        migrations.CreateModel(
            name="Envelope",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="envelopes", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("wave", "place"), name="consent_once")],
            },
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("lost", models.BooleanField(default=False)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "wave",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="closure", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("response", models.UUIDField(default=uuid.uuid4)),
                ("role_group", models.CharField(blank=True, max_length=20)),
                ("value", models.JSONField()),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "item_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.itemversion"
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="surveys.wave"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Addressee",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("email", models.EmailField(max_length=254)),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="addressees", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("wave", "email"), name="addressed_once")],
            },
        ),
        migrations.CreateModel(
            name="WaveOpening",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "wave",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="opening", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WavePlace",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("invited", models.PositiveSmallIntegerField()),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="places", to="surveys.wave"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("wave", "place"), name="asked_once")],
            },
        ),
        migrations.CreateModel(
            name="ReleaseFigure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("group", models.CharField(blank=True, max_length=20)),
                ("value", models.JSONField()),
                (
                    "item_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.itemversion"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="figures", to="surveys.release"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReleaseText",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("words", models.TextField()),
                (
                    "item_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.itemversion"
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="surveys.release"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("spent", models.BooleanField(default=False)),
                (
                    "wave",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="surveys.wave"
                    ),
                ),
                (
                    "wave_place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="surveys.waveplace"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Ruling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("passed", models.BooleanField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "text",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ruling", to="surveys.releasetext"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
